"""What the library costs, as ratios taken in one run.

Measures through the public doors, and may not be imported by the package or gate a test.
"""
