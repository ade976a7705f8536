# sends: GET /v2/notes
# unknowable: GET /v2/notes
import requests


class Shared:
    pass


shared = Shared()


def step15():
    shared.at15 = shared.at14


def step14():
    shared.at14 = shared.at13


def step13():
    shared.at13 = shared.at12


def step12():
    shared.at12 = shared.at11


def step11():
    shared.at11 = shared.at10


def step10():
    shared.at10 = shared.at9


def step9():
    shared.at9 = shared.at8


def step8():
    shared.at8 = shared.at7


def step7():
    shared.at7 = shared.at6


def step6():
    shared.at6 = shared.at5


def step5():
    shared.at5 = shared.at4


def step4():
    shared.at4 = shared.at3


def step3():
    shared.at3 = shared.at2


def step2():
    shared.at2 = shared.at1


def step1():
    shared.at1 = shared.at0


def begin():
    shared.at0 = "https://api.attio.com/v2"


for step in (begin, step1, step2, step3, step4, step5, step6, step7, step8, step9, step10, step11, step12, step13, step14, step15):
    step()
requests.get(shared.at15 + "/notes")
