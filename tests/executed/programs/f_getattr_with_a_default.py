# sends: DELETE /v2/tasks/{task_id}, GET /v2/tasks
# argv: close unknown
import sys

import requests


class Commands:
    @staticmethod
    def close():
        requests.delete("https://api.attio.com/v2/tasks/1")


def main():
    for word in sys.argv[1:]:
        act = getattr(Commands, word, None)
        if act is None:
            requests.get("https://api.attio.com/v2/tasks")
        else:
            act()


main()
