# sends: DELETE /v2/tasks/{task_id}, GET /v2/notes, POST /v2/tasks
import time, threading
import requests


class Limiter:
    def __init__(self, rate):
        self.rate, self.lock = rate, threading.Lock()

    def __call__(self, fn):
        def inner(*a, **k):
            with self.lock:
                time.sleep(0)
            return fn(*a, **k)

        return inner

    def __enter__(self):
        self.lock.acquire()
        return self

    def __exit__(self, *a):
        self.lock.release()


limit = Limiter(5)


class A:
    base = "https://api.attio.com/v2"

    @limit
    def get(self, p):
        return requests.get(self.base + p)

    def post(self, p):
        with limit:
            return requests.post(self.base + p)


def main():
    A().get("/notes")
    A().post("/tasks")
    limit(requests.delete)(A.base + "/tasks/1")


main()
