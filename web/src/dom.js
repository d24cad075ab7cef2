// Elements made by hand: what an author wrote only ever becomes text.

/** An element with its attributes, its listeners (`onclick`) and its children. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((each) => each !== null && each !== undefined && each !== ""));
  return element;
}

/** Markup that Python made, every word of an author escaped in it. */
export function made(html, className) {
  const box = h("div", { class: className });
  box.innerHTML = html;
  return box;
}

export function fill(element, ...children) {
  element.replaceChildren(...children.flat().filter((each) => each !== null && each !== undefined));
}

/** Offers a file to keep. */
export function save(name, content, kind = "application/octet-stream") {
  const url = URL.createObjectURL(new Blob([content], { type: kind }));
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The function, called once nothing has asked for it during some milliseconds. */
export function settled(wait, work) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...given), wait);
  };
}

/** A button that opens the file dialog; `take` is given the file. */
export function fileButton(words, endings, className, take) {
  const input = h("input", { type: "file", accept: endings.join(","), class: "unseen" });
  input.addEventListener("change", () => {
    if (input.files.length) take(input.files[0]);
    input.value = "";
  });
  return h("label", { class: `button ${className}` }, input, h("span", {}, words));
}
