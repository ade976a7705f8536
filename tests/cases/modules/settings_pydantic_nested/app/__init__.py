# expects nothing
