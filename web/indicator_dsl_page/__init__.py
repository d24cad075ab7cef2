"""The built page of indicator-dsl, as files in `dist`. Holds no code."""
