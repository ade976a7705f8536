# expects nothing
from .api import *  # noqa: F403
from .api import request as _request
