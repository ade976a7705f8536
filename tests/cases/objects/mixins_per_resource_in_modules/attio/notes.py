class NotesMixin:
    def notes(self):
        return self._do("GET", "notes")["data"]  # call: GET /v2/notes

    def delete_note(self, note_id):
        self._do("DELETE", "notes", note_id)  # call: DELETE /v2/notes/{note_id}
