// What was done.

EntriesSlideView {}
