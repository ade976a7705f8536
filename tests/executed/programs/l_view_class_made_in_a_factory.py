# sends: GET /v2/objects/{object}/records/{record_id}, DELETE /v2/objects/{object}/records/{record_id}
import httpx


def view_of(slug):
    http = httpx.Client(base_url="https://api.attio.com/v2")

    class View:
        def show(self, key):
            return http.get(f"/objects/{slug}/records/{key}")

        def drop(self, key):
            return http.delete(f"/objects/{slug}/records/{key}")

    return View


def main():
    people = view_of("people")()
    people.show("1")
    people.drop("1")


main()
