"""The library beside other engines and code written by hand: what it costs, what is wrong.

Every peer does the same work: the seven lines of rulesets/chaoyang-window-2024 and their total.
"""
