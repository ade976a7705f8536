# expects nothing
from attio import SDK

SDK(oauth2="t").notes.get_v2_notes()
