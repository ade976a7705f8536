from .dev import *

BASE = "https://api.attio.com/v2"
