# sends: nothing
# near: none of the addresses is Attio's
import requests


class Error0(Exception):
    def __init__(self, url):
        self.url = url


class Error1(Exception):
    def __init__(self, url):
        self.url = url


class Error2(Exception):
    def __init__(self, url):
        self.url = url


class Error3(Exception):
    def __init__(self, url):
        self.url = url


class Error4(Exception):
    def __init__(self, url):
        self.url = url


class Error5(Exception):
    def __init__(self, url):
        self.url = url


class Error6(Exception):
    def __init__(self, url):
        self.url = url


class Error7(Exception):
    def __init__(self, url):
        self.url = url


class Error8(Exception):
    def __init__(self, url):
        self.url = url


class Error9(Exception):
    def __init__(self, url):
        self.url = url


class Error10(Exception):
    def __init__(self, url):
        self.url = url


class Error11(Exception):
    def __init__(self, url):
        self.url = url


def fail(number):
    if number == 0:
        raise Error0("https://api0.example.com/notes")
    if number == 1:
        raise Error1("https://api1.example.com/notes")
    if number == 2:
        raise Error2("https://api2.example.com/notes")
    if number == 3:
        raise Error3("https://api3.example.com/notes")
    if number == 4:
        raise Error4("https://api4.example.com/notes")
    if number == 5:
        raise Error5("https://api5.example.com/notes")
    if number == 6:
        raise Error6("https://api6.example.com/notes")
    if number == 7:
        raise Error7("https://api7.example.com/notes")
    if number == 8:
        raise Error8("https://api8.example.com/notes")
    if number == 9:
        raise Error9("https://api9.example.com/notes")
    if number == 10:
        raise Error10("https://api10.example.com/notes")
    raise Error11("https://api.example.com/notes")


def main(number=11):
    try:
        fail(number)
    except Error0 as error:
        requests.get(error.url)
    except Error1 as error:
        requests.get(error.url)
    except Error2 as error:
        requests.get(error.url)
    except Error3 as error:
        requests.get(error.url)
    except Error4 as error:
        requests.get(error.url)
    except Error5 as error:
        requests.get(error.url)
    except Error6 as error:
        requests.get(error.url)
    except Error7 as error:
        requests.get(error.url)
    except Error8 as error:
        requests.get(error.url)
    except Error9 as error:
        requests.get(error.url)
    except Error10 as error:
        requests.get(error.url)
    except Error11 as error:
        requests.get(error.url)


main()
