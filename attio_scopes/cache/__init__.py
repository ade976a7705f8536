"""Cache: what earlier runs found out, kept on the disk.

Takes keys and values, gives values back; never decides what to keep. Nothing read from it is ever run, and whatever is broken
or not ours is taken for missing.
"""
