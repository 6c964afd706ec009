import { describe, expect, it } from 'vitest';
import { parseSentence } from '../parse/parse.ts';
import { words } from '../text/word.ts';
import { findTimes, type TimeFound } from './time.ts';

/** Published on Wednesday, 13 April 2022. */
const PUBLISHED = '2022-04-13T18:00:00+03:00';

function read(text: string, published: string | null = PUBLISHED, earlier: TimeFound[] = []): TimeFound[] {
  const tokens = parseSentence(words(text, 0, text.length));
  return findTimes(text, { start: 0, end: text.length }, tokens, { published, earlier });
}

/** `sentence => words = EDTF` of each expression, joined by `;`. */
const CASES: readonly string[] = `
Shelling went on through last night. => last night = 2022-04-12/2022-04-13
Two bridges were hit overnight. => overnight = 2022-04-12/2022-04-13
It fell on the night of 3 to 4 March. => the night of 3 to 4 March = 2022-03-03/2022-03-04
It was hit on the night of 9 April. => the night of 9 April = 2022-04-09/2022-04-10
They left on the night of Saturday. => the night of Saturday = 2022-04-09/2022-04-10
Drones came on the night between Saturday and Sunday. => the night between Saturday and Sunday = 2022-04-09/2022-04-10
They crossed between 2 and 5 April. => between 2 and 5 April = 2022-04-02/2022-04-05
They crossed from 28 March to 2 April. => from 28 March to 2 April = 2022-03-28/2022-04-02
The port has been shut since Monday. => Monday = 2022-04-11/..
The port stays shut until Friday. => Friday = ../2022-04-15
The port will reopen after Friday. => Friday = 2022-04-16/..
They must leave by 20 April. => 20 April = ../2022-04-20
The truce was signed in 2019. => 2019 = 2019
He has led it since 2014. => 2014 = 2014-01-01/..
The depot burned in mid-March. => mid-March = 2022-03-11/2022-03-21
It was mined earlier this week. => earlier this week = 2022-04-11/2022-04-13
Talks resume later this week. => later this week = 2022-04-13/2022-04-17
It fell earlier this month. => earlier this month = 2022-04-01/2022-04-13
He fled late last month. => late last month = 2022-03-22/2022-03-31
He fled at the end of last month. => the end of last month = 2022-03-22/2022-03-31
They fought over the weekend. => the weekend = 2022-04-09/2022-04-10
They fought last weekend. => last weekend = 2022-04-09/2022-04-10
It was taken three days ago. => three days ago = 2022-04-10
It was taken about three days ago. => about three days ago = 2022-04-10~
It began around 24 February. => 24 February = 2022-02-24~
The offensive began on 24 February. => 24 February = 2022-02-24
They will vote in May. => May = 2022-05
They left in November. => November = 2021-11
A convoy is due on Thursday. => Thursday = 2022-04-14
The town fell last Thursday. => last Thursday = 2022-04-07
The raid was on Tuesday evening. => Tuesday evening = 2022-04-12
The strike came at 9:30 a.m. local time (0630 GMT). => 9:30 a.m. local time (0630 GMT) = 2022-04-13T06:30:00Z
The strike came at 0630 GMT on Tuesday. => 0630 GMT on Tuesday = 2022-04-12T06:30:00Z
The strike came at 14:00 CEST. => 14:00 CEST = 2022-04-13T14:00:00+02:00
The strike came at 4 in the morning. => 4 in the morning = 2022-04-13T04:00:00
The strike came at around 5pm on 9 April. => 5pm on 9 April = 2022-04-09T17:00:00~
The siren sounded shortly after midnight. => midnight = 2022-04-13T00:00:00
They came in the early hours of Tuesday. => the early hours of Tuesday = 2022-04-12
They came in the early hours of Tuesday morning. => the early hours of Tuesday morning = 2022-04-12
They came at dawn on Monday. => dawn on Monday = 2022-04-11
They came on Monday at dawn. => Monday at dawn = 2022-04-11
It lasted from Monday to Tuesday. => from Monday to Tuesday = 2022-04-11/2022-04-12
The truce was broken in the past 24 hours. => the past 24 hours = 2022-04-12/2022-04-13
They were held for six weeks. => six weeks = null
He will return in two days. => two days = 2022-04-15
They will return within a week. => a week = 2022-04-13/2022-04-20
Shelling resumed during Ramadan. => Ramadan = 2022-04-02~/2022-05-01~
He was shot during Ramadan in 2015. => Ramadan = 2022-04-02~/2022-05-01~ ; 2015 = 2015
They agreed on a truce for Eid al-Fitr. => Eid al-Fitr = 2022-05-02~/2022-05-04~
He was freed on Eid al-Adha last year. => Eid al-Adha last year = 2021-07-19~/2021-07-22~
The truce holds over Easter. => Easter = 2022-04-17
A truce is planned for Orthodox Easter. => Orthodox Easter = 2022-04-24
It was shelled on Good Friday 2015. => Good Friday 2015 = 2015-04-03
They spent Christmas in cellars. => Christmas = 2021-12-25
Nowruz was quiet. => Nowruz = 2022-03-21
The raid came on Yom Kippur. => Yom Kippur = 2021-09-16
They will meet before Passover. => Passover = ../2022-04-15
The pact was signed in the spring of 2021. => the spring of 2021 = 2021-03-01/2021-05-31
They rose in the early 1990s. => the early 1990s = 1990-01-01/1993-05-01
It was agreed in the first half of 2021. => the first half of 2021 = 2021-01-01/2021-06-30
The tanks crossed at the start of the year. => the start of the year = 2022-01-01/2022-05-02
The deal dates from two decades ago. => two decades ago = 2000-01-01/2009-12-31
They have been shelled daily since January. => daily = null ; January = 2022-01-01/..
The road is now shut. => now = 2022-04-13
They met on 12 and 13 March. => 12 and 13 March = 2022-03-12/2022-03-13
The raid of 9/11/2001 came up. => 9/11/2001 = 2001-09-11
On 07.03.2022 the bridge was blown. => 07.03.2022 = 2022-03-07
It was dated 2022-04-01T09:00Z. => 2022-04-01T09:00Z = 2022-04-01T09:00:00Z
The ceasefire takes effect at midnight on Thursday. => midnight on Thursday = 2022-04-15T00:00:00
By the end of March they had gone. => the end of March = ../2022-03-31
He had warned of it as early as January. => January = 2022-01
They fought for the town on March 5 and 6. => March 5 and 6 = 2022-03-05/2022-03-06
Rockets fell on the port early on Wednesday. => early on Wednesday = 2022-04-13
The bridge was blown up late on Tuesday. => late on Tuesday = 2022-04-12
Two convoys left on Sunday and Monday. => Sunday = 2022-04-10 ; Monday = 2022-04-11
The siege ended after 86 days. => 86 days = null
They have been in cellars for the past three weeks. => the past three weeks = 2022-03-23/2022-04-13
The siege began on March 2. => March 2 = 2022-03-02
It was signed in Minsk in February 2015. => February 2015 = 2015-02
He was seized last November. => last November = 2021-11
Elections are due in early June. => early June = 2022-06-01/2022-06-10
The pact expires at the end of this month. => the end of this month = 2022-04-21/2022-04-30
Mortars hit the camp this morning. => this morning = 2022-04-13
They will meet tomorrow in Ankara. => tomorrow = 2022-04-14
On the eve of the invasion he fled. => 
In the summer of 2014 the town changed hands twice. => the summer of 2014 = 2014-06-01/2014-08-31
The road reopened the day before yesterday. => the day before yesterday = 2022-04-11
The truce lasted from 6 to 9 March. => from 6 to 9 March = 2022-03-06/2022-03-09
The corridor opens daily at 8 a.m. => daily = null ; 8 a.m. = 2022-04-13T08:00:00
Shelling began at about 05:40 on 24 February. => 05:40 on 24 February = 2022-02-24T05:40:00~
The attack took place on Thursday, April 7. => Thursday, April 7 = 2022-04-07
On Friday 8 April a missile hit the station. => Friday 8 April = 2022-04-08
By mid-March they had lost the airport. => mid-March = ../2022-03-21
The group was founded in the 1980s. => the 1980s = 1980-01-01/1989-12-31
Until last week he commanded the front. => last week = ../2022-04-10
Next Monday the court will sit. => Next Monday = 2022-04-18
He was killed two years ago. => two years ago = 2020
The first raid came at 3am, the second two hours later. => 3am = 2022-04-13T03:00:00 ; two hours later = 2022-04-13
The war entered its 49th day. => 
Prisoners were swapped over Orthodox Christmas. => Orthodox Christmas = 2022-01-07
They fasted through Ramadan. => Ramadan = 2022-04-02~/2022-05-01~
It happened on 1/4/2022. => 1/4/2022 = 2022-01-04
The mayor was taken on the 11th of March. => the 11th of March = 2022-03-11
Fighting flared in late 2021. => late 2021 = 2021-09-01/2021-12-31
He has been held since 2020. => 2020 = 2020-01-01/..
The ship sank on Thursday night. => Thursday night = 2022-04-07/2022-04-08
The talks are set for Easter Monday. => Easter Monday = 2022-04-18
They left shortly before dawn on Tuesday. => dawn on Tuesday = 2022-04-12
In January and February they shelled the plant. => January = 2022-01 ; February = 2022-02
The second quarter of 2021 was quiet. => The second quarter of 2021 = 2021-04-01/2021-06-30
`
  .trim()
  .split('\n');

describe('times of reports', () => {
  it.each(CASES)('%s', (line) => {
    const [text, wanted] = line.split(' => ') as [string, string];
    expect(
      read(text)
        .map((t) => `${t.text} = ${t.edtf}`)
        .join(' ; '),
    ).toBe(wanted);
  });
});
