"""What does not hold in a reported form, as findings with their cells and their arithmetic.

Knows no layout; every score comes from scoring, every static question from checks.
"""

__all__: list[str] = []
