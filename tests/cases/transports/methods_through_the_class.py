import requests


def through_the_class():
    session = requests.Session()
    requests.Session.get(session, "https://api.attio.com/v2/self")  # call: GET /v2/self
    session.__class__.post(session, "https://api.attio.com/v2/webhooks")  # call: POST /v2/webhooks
    type(session).delete(session, "https://api.attio.com/v2/tasks/1")  # call: DELETE /v2/tasks/{task_id}


class Own:
    def get(self, session, url):
        return url


def another_class():
    # near miss: a class of the project that sends nothing
    own = Own()
    own.__class__.get(own, None, "https://api.hubapi.com/v2/self")
