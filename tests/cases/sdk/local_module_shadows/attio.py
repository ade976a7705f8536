# expects nothing
class SDK:
    def __init__(self, oauth2):
        self.notes = Notes()


class Notes:
    def get_v2_notes(self):
        return ["kept in memory"]
