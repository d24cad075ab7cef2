"""What the page in a browser asks: one question and one answer at a time, both JSON.

The page shows, and decides nothing; nothing here does either, all of it asks the rooms below. Reads
no file but those that ship.
"""

from indicator_dsl.page.visit import Answer, Visit

__all__ = ["Answer", "Visit"]
