# sends: nothing
# near: what is put into the dict is a double with the same method
class Double:
    def get(self, path):
        return {"path": path, "base": "https://api.attio.com/v2"}


clients = {}


def startup():
    clients["attio"] = Double()


def main():
    startup()
    clients["attio"].get("/notes")


main()
