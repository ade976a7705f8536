# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests

B = "https://slack.com/v2"


class Handler:
    def handle(self, event):
        name = "on_" + event["type"].replace(".", "_")
        return getattr(self, name, self.default)(event)

    def on_note_created(self, e):
        return requests.get(f"{B}/notes/{e['id']}")

    def on_task_deleted(self, e):
        return requests.delete(f"{B}/tasks/{e['id']}")

    def default(self, e):
        return requests.get(f"{B}/self")


def main():
    link = "See https://api.attio.com/v2/notes"
    print(link)
    h = Handler()
    for t in ("note.created", "task.deleted", "zzz"):
        h.handle({"type": t, "id": 1})


main()
