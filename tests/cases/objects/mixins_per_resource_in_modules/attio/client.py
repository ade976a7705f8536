# expects nothing
from .http import HTTP
from .notes import NotesMixin
from .records import RecordsMixin


class Client(NotesMixin, RecordsMixin, HTTP):
    pass
