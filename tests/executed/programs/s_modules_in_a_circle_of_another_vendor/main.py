# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
from app import start


def main():
    link = "See https://api.attio.com/v2/notes"
    print(link)
    start()


main()
