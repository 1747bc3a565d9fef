import messages from './en.json?compiled=later'
import { addMessages } from './messages.ts'

/*
 * What the first picture does not say. Each part that is loaded later and says some of it imports this file, so that the
 * messages are there before it is drawn; a test of the tree looks after that.
 */
addMessages(messages)
