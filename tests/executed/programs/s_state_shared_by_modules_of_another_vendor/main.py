# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import boot


def main():
    link = "See https://api.attio.com/v2/notes"
    print(link)
    boot.boot()
    import work

    work.work()


main()
