"""Cases are read, never run: nothing below this folder is a test of ours."""

collect_ignore_glob = ["*"]
