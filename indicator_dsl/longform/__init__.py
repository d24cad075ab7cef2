"""Long tables of indicators, one row an indicator: each table audited as the form it is.

May not judge by rules of its own: what it does not take from the audit of a form, it asks that for.
"""
