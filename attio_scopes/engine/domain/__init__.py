"""Domain: symbolic values, and what can be said of them alone; knows no frame, no project and no library."""
