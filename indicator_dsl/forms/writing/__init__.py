"""Reported forms written back: the official form as a workbook and as a document.

Decides no points.
"""
