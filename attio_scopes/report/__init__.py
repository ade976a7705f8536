"""Report: a `Report` to text, one module for each format. Renderers are pure: they read no file and write none."""
