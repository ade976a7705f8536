"""A value that goes through more attributes of all than are followed, each set by a function that reads the one before."""

import requests


class Shared:
    pass


shared = Shared()
other = Shared()


def shared_19() -> None:
    shared.at19 = shared.at18


def shared_18() -> None:
    shared.at18 = shared.at17


def shared_17() -> None:
    shared.at17 = shared.at16


def shared_16() -> None:
    shared.at16 = shared.at15


def shared_15() -> None:
    shared.at15 = shared.at14


def shared_14() -> None:
    shared.at14 = shared.at13


def shared_13() -> None:
    shared.at13 = shared.at12


def shared_12() -> None:
    shared.at12 = shared.at11


def shared_11() -> None:
    shared.at11 = shared.at10


def shared_10() -> None:
    shared.at10 = shared.at9


def shared_9() -> None:
    shared.at9 = shared.at8


def shared_8() -> None:
    shared.at8 = shared.at7


def shared_7() -> None:
    shared.at7 = shared.at6


def shared_6() -> None:
    shared.at6 = shared.at5


def shared_5() -> None:
    shared.at5 = shared.at4


def shared_4() -> None:
    shared.at4 = shared.at3


def shared_3() -> None:
    shared.at3 = shared.at2


def shared_2() -> None:
    shared.at2 = shared.at1


def shared_1() -> None:
    shared.at1 = shared.at0


def other_19() -> None:
    other.at19 = other.at18


def other_18() -> None:
    other.at18 = other.at17


def other_17() -> None:
    other.at17 = other.at16


def other_16() -> None:
    other.at16 = other.at15


def other_15() -> None:
    other.at15 = other.at14


def other_14() -> None:
    other.at14 = other.at13


def other_13() -> None:
    other.at13 = other.at12


def other_12() -> None:
    other.at12 = other.at11


def other_11() -> None:
    other.at11 = other.at10


def other_10() -> None:
    other.at10 = other.at9


def other_9() -> None:
    other.at9 = other.at8


def other_8() -> None:
    other.at8 = other.at7


def other_7() -> None:
    other.at7 = other.at6


def other_6() -> None:
    other.at6 = other.at5


def other_5() -> None:
    other.at5 = other.at4


def other_4() -> None:
    other.at4 = other.at3


def other_3() -> None:
    other.at3 = other.at2


def other_2() -> None:
    other.at2 = other.at1


def other_1() -> None:
    other.at1 = other.at0


def begin() -> None:
    shared.at0 = "https://api.attio.com/v2"
    other.at0 = "https://api.hubapi.com"


def send() -> None:
    requests.get(f"{shared.at19}/notes", timeout=5)  # unresolved: functions go on changing
    requests.get(f"{other.at19}/notes", timeout=5)
    requests.get(f"{shared.at5}/tasks", timeout=5)  # call: GET /v2/tasks
