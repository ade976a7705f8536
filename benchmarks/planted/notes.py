"""Notes and tasks in Attio."""

from framework import Base5
from framework import decorator as decorated

from .client import AttioClient


class CrmNotes(Base5):
    """Notes on a record, and what is to be done."""

    def __init__(self, client: AttioClient, **options):
        super().__init__(**options)
        self.client = client

    def write(self, record, title, text):
        self.inherited5()
        data = {"parent_object": "people", "parent_record_id": record, "title": title, "format": "plaintext", "content": text}
        return self.client.post("/notes", data)  # call: POST /v2/notes

    def of(self, record):
        return self.client.get("/notes", params={"parent_record_id": record})["data"]  # call: GET /v2/notes

    @decorated
    def remind(self, text, deadline):
        return self.client.post("/tasks", {"content": text, "deadline_at": deadline, "is_completed": False})  # call: POST /v2/tasks

    def done(self, task):
        return self.client.patch(f"/tasks/{task}", {"is_completed": True})  # call: PATCH /v2/tasks/{task_id}
