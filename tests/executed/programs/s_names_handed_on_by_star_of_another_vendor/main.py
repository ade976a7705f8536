# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import sdk


def main():
    print("https://api.attio.com/v2/notes")
    sdk.notes.list_notes()
    sdk.tasks.drop("1")
    sdk.get("/self")


main()
