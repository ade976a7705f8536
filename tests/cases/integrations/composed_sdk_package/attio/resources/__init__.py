# expects nothing
from .records import AsyncRecords, Records
from .webhooks import Webhooks
