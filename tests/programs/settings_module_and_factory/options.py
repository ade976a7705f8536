from factory import get_client


def all_options(attribute):
    return get_client().get(f"objects/people/attributes/{attribute}/options").raise_for_status().json()["data"]


def add_option(attribute, title):
    get_client().post(f"objects/people/attributes/{attribute}/options", json={"data": {"title": title}}).raise_for_status()


def archive_option(attribute, option):
    path = f"objects/people/attributes/{attribute}/options/{option}"
    get_client().patch(path, json={"data": {"is_archived": True}}).raise_for_status()
