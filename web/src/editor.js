// A text of the language being written: CodeMirror, with every answer from Python.

import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, snippet } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { forceLinting, linter, setDiagnostics } from "@codemirror/lint";
import { closeSearchPanel, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, RangeSetBuilder, StateEffect, StateField, Transaction } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, WidgetType, drawSelection, highlightActiveLine, hoverTooltip, keymap, lineNumbers } from "@codemirror/view";

import colours from "../build/colours.json";
import { coloured } from "./colours.js";
import { h } from "./dom.js";
import { markdown } from "./markdown.js";
import { phrases } from "./words.js";

const MARKS = Object.fromEntries(Object.keys(colours.scopes).map((kind) => [kind, Decoration.mark({ class: `ind-${kind}` })]));
const LONGEST_LINE = 2000;

function painted(patterns) {
  const paint = (view) => {
    const builder = new RangeSetBuilder();
    for (const { from, to } of view.visibleRanges) {
      for (let at = from; at <= to; ) {
        const line = view.state.doc.lineAt(at);
        if (line.length <= LONGEST_LINE) {
          for (const [start, end, kind] of coloured(line.text, patterns)) builder.add(line.from + start, line.from + end, MARKS[kind]);
        }
        at = line.to + 1;
      }
    }
    return builder.finish();
  };
  return ViewPlugin.fromClass(
    class {
      constructor(view) { this.decorations = paint(view); }
      update(update) { if (update.docChanged || update.viewportChanged) this.decorations = paint(update.view); }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

class HintWidget extends WidgetType {
  constructor(text, more) { super(); this.text = text; this.more = more; }
  eq(other) { return other.text === this.text && other.more === this.more; }
  toDOM() { return h("span", { class: "ind-hint", title: this.more }, this.text); }
}

const setHints = StateEffect.define();
const hints = StateField.define({
  create: () => Decoration.none,
  update(kept, transaction) {
    let now = kept.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setHints)) continue;
      const size = transaction.state.doc.length;
      now = Decoration.set(effect.value.filter((hint) => hint.at <= size).map((hint) =>
        Decoration.widget({ widget: new HintWidget(hint.text, hint.more), side: 1 }).range(hint.at)), true);
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** An editor in `parent`; `of` is "ruleset" or "actuals", `page` answers, `changed` hears of it. */
export function editor(parent, { of, label, page, changed }) {
  const complete = async (context) => {
    const { record } = { record: await page.ask({ ask: "complete", of, text: context.state.doc.toString(), at: context.pos }) };
    if (!record.options?.length) return null;
    const from = Math.min(...record.options.map((option) => option.from));
    const typed = context.state.sliceDoc(from, context.pos);
    if (!context.explicit && !typed.trim()) return null;
    return {
      from,
      filter: false,
      options: record.options.map((option) => ({
        label: option.label,
        detail: option.detail,
        type: option.kind,
        apply: (view, _completion, _from, to) => applied(view, option, to),
      })),
    };
  };
  const hover = hoverTooltip(async (view, at) => {
    const told = await page.ask({ ask: "hover", of, at });
    if (!told.markdown) return null;
    return {
      pos: Math.min(told.from, view.state.doc.length),
      end: Math.min(told.to, view.state.doc.length),
      above: true,
      create: () => ({ dom: h("div", { class: "ind-hover" }, markdown(told.markdown)) }),
    };
  }, { hoverTime: 350 });
  const spoken = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: "",
      extensions: [
        EditorView.cspNonce.of("editor"), lineNumbers(), history(), drawSelection(), highlightActiveLine(), closeBrackets(), EditorView.lineWrapping,
        painted(colours[of]), hints, spoken.of(EditorState.phrases.of(phrases())), linter(null), hover,
        autocompletion({ override: [complete], activateOnTypingDelay: 120, icons: false }),
        keymap.of([{ key: "Tab", run: acceptCompletion }, ...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({ "aria-label": label, id: `editor-${of}`, tabindex: "0", lang: "zh-CN", spellcheck: "false" }),
        EditorView.updateListener.of((update) => update.docChanged && changed(update.transactions.some((each) => each.annotation(Transaction.userEvent)))),
      ],
    }),
  });
  return {
    view,
    text: () => view.state.doc.toString(),
    set(text) { view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }); },
    relabel(words) {
      view.contentDOM.setAttribute("aria-label", words);
      closeSearchPanel(view); // it was made with the words of the other language
      view.dispatch({ effects: spoken.reconfigure(EditorState.phrases.of(phrases())) });
    },
    show(told) {
      const size = view.state.doc.length;
      const said = told.diagnostics.map((each) => ({
        from: Math.min(each.from, size),
        to: Math.min(Math.max(each.to, each.from), size),
        severity: { error: "error", warning: "warning", note: "info" }[each.severity],
        source: each.code,
        message: each.message,
        actions: (each.corrections ?? []).map((fix) => ({ name: fix.title, apply: () => correct(fix) })),
      }));
      view.dispatch(setDiagnostics(view.state, said), { effects: setHints.of(told.hints) });
    },
    correct,
    jump(at) {
      const place = Math.min(at, view.state.doc.length);
      view.dispatch({ selection: { anchor: place }, effects: EditorView.scrollIntoView(place, { y: "center" }) });
      view.focus();
    },
    lint: () => forceLinting(view),
  };

  function correct(fix) {
    view.dispatch({ changes: fix.edits, userEvent: "input.correction" });
    view.focus();
  }
}

function applied(view, option, to) {
  if (option.snippet) {
    snippet(option.snippet.replace(/\$(\d)/g, "#{$1}"))(view, null, option.from, to);
    return;
  }
  view.dispatch({
    changes: { from: option.from, to, insert: option.insert },
    selection: { anchor: option.from + option.insert.length },
    userEvent: "input.complete",
  });
}
