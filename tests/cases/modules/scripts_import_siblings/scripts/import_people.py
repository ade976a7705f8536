from attio_http import api


def main():
    api("POST", "/objects/people/records", {})  # call: POST /v2/objects/{object}/records


if __name__ == "__main__":
    main()
