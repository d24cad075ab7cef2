"""Texts and places in them. Knows no grammar, no message and no layout."""

from indicator_dsl.source.places import NOWHERE, Place, Position, SourceText, Span

__all__ = ["NOWHERE", "Place", "Position", "SourceText", "Span"]
