"""Reported forms in files: read from whatever an office sends, and written back filled in.

Decides no score.
"""

__all__: list[str] = []
