# sends: GET /v2/notes
import boot


def main():
    boot.boot()
    import work

    work.work()


main()
