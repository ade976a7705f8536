# sends: GET /v2/objects, PATCH /v2/tasks/{task_id}
import httpx


class Step:
    verb = "GET"
    path = "/objects"

    def play(self):
        return httpx.request(self.verb, f"https://api.attio.com/v2{self.path}")


def main():
    Step().play()
    step = Step()
    step.verb, step.path = "PATCH", "/tasks/1"
    step.play()


main()
