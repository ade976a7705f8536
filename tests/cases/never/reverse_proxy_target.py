# expects nothing
import re

ALLOWED = re.compile(r"https://api\.attio\.com/v2/(lists|notes)")
PATTERN = re.match("https://api.attio.com/v2/lists", "x")


def allowed(url):
    return bool(ALLOWED.match(url)) and url.replace("https://api.attio.com/v2", "") != "/self"
