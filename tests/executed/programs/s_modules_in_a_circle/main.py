# sends: GET /v2/notes, POST /v2/tasks
from app import start


def main():
    start()


main()
