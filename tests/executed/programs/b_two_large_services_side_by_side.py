# sends: POST /v2/tasks
# near: the same class with a large setup for two vendors; only one is Attio's
import requests

WIDE = {f"k{number}": {"deep": {"deeper": [number] * 5}} for number in range(50)}


class Hub:
    def __init__(self, root, wide, text):
        self.root, self.wide, self.text = root, dict(wide), text
        self.http = requests.Session()

    def add(self, path, body):
        return self.http.post(self.root + path, json={**self.wide, **body})


def main():
    linear = Hub("https://api.linear.app", WIDE, "l" * 3000)
    attio = Hub("https://api.attio.com/v2", WIDE, "a" * 3000)
    linear.add("/issues", {"title": "x"})
    attio.add("/tasks", {"content": "x"})


if __name__ == "__main__":
    main()
