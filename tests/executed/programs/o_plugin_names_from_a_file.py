# sends: nothing
# near: functions by name, none of which has anything to do with requests
# argv: lower upper
import sys

BASE = "https://api.attio.com/v2/notes"
for word in sys.argv[1:]:
    print(getattr(BASE, word)())
