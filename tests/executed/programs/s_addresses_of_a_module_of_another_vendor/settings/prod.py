from .dev import *

BASE = "https://slack.com/v2"
