# expects nothing
EVENTS = {
    "note.created": "/v2/notes",
    "task.created": "/v2/tasks",
}
WEBHOOK_HELP = "Register at https://api.attio.com/v2/webhooks"


class Bus:
    def post(self, event, payload):
        print(event, payload, WEBHOOK_HELP)

    def patch(self, event, payload):
        print(event, payload)


bus = Bus()
bus.post(EVENTS["note.created"], {})
bus.patch("https://api.attio.com/v2/tasks/1", {})
