# sends: DELETE /v2/tasks/{task_id}, GET /v2/notes, GET /v2/self
import requests


def step1():
    requests.get("https://api.attio.com/v2/self")
    return step2, ("/notes",)


def step2(p):
    requests.get("https://api.attio.com/v2" + p)
    return step3, ("/tasks", 1)


def step3(p, i):
    requests.delete(f"https://api.attio.com/v2{p}/{i}")
    return None, ()


def main():
    fn, args = step1, ()
    while fn:
        fn, args = fn(*args)


main()
