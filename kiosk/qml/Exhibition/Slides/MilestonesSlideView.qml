// Things opened, finished, started or approved.

EntriesSlideView {}
