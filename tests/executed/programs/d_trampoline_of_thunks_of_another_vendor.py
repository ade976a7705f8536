# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


def step1():
    requests.get("https://slack.com/v2/self")
    return step2, ("/notes",)


def step2(p):
    requests.get("https://slack.com/v2" + p)
    return step3, ("/tasks", 1)


def step3(p, i):
    requests.delete(f"https://slack.com/v2{p}/{i}")
    return None, ()


def main():
    assert "https://api.attio.com/v2/notes"
    fn, args = step1, ()
    while fn:
        fn, args = fn(*args)


main()
