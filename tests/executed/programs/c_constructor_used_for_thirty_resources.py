# sends: GET /v2/webhooks, POST /v2/webhooks, GET /v2/objects/{object}/records/{record_id}
import requests


class Resource:
    def __init__(self, path):
        self.url = "https://api.attio.com/v2" + path

    def all(self):
        return requests.get(self.url)

    def one(self, key):
        return requests.get(f"{self.url}/{key}")

    def new(self, body):
        return requests.post(self.url, json=body)


r1, r2, r3, r4, r5 = Resource("/objects"), Resource("/lists"), Resource("/notes"), Resource("/tasks"), Resource("/threads")
r6, r7, r8, r9 = Resource("/meetings"), Resource("/files"), Resource("/emails"), Resource("/activities")
s1, s2, s3, s4 = (Resource("/objects/people/attributes"), Resource("/objects/companies/attributes"), Resource("/objects/deals/attributes"),
                  Resource("/objects/users/attributes"))
s5, s6, s7, s8 = (Resource("/lists/a/attributes"), Resource("/lists/b/attributes"), Resource("/lists/c/attributes"),
                  Resource("/lists/d/attributes"))
t1, t2, t3, t4 = Resource("/objects/people/views"), Resource("/objects/deals/views"), Resource("/lists/a/views"), Resource("/lists/b/views")
u1, u2, u3, u4 = Resource("/lists/a/entries"), Resource("/lists/b/entries"), Resource("/lists/c/entries"), Resource("/lists/d/entries")
members = Resource("/workspace_members")
people = Resource("/objects/people/records")
hooks = Resource("/webhooks")


def main():
    hooks.all()
    hooks.new({})
    people.one("1")


main()
