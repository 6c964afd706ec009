import { describe, expect, it } from 'vitest';
import { readLexicon } from '../lexicon/data.ts';
import type { Token } from '../model/token.ts';
import { parseSentence } from '../parse/parse.ts';
import { words } from '../text/word.ts';
import { stepsFrom } from './governor.ts';
import { modalityOf } from './modality.ts';
import { polarityOf } from './polarity.ts';
import { frameOf } from './role.ts';

/** `sentence => polarity modality` of the word in brackets; written before the rules were tried on them. */
const CASES = `
The Houthis did not [attack] the port. => negative actual
Russian troops never [entered] the village. => negative actual
No convoy [reached] Tigray in March. => negative actual
Nobody was [killed] in the raid on Gao. => negative actual
None of the hostages has been [released]. => negative actual
The column left without [firing] a shot. => negative actual
Neither side [attacked] during the feast. => negative actual
The rebels failed to [capture] the airport. => negative actual
The garrison refused to [surrender]. => negative actual
Ethiopia denied that its jets had [bombed] the market. => negative actual
The militia denied [shelling] the camp. => negative actual
The junta stopped short of [expelling] the envoy. => negative actual
The army no longer [controls] the dam. => negative actual
The aid has yet to [arrive] in Darfur. => negative actual
He did not think that the rebels had [left]. => negative actual
She does not believe the army [fired] the rocket. => negative actual
There was no evidence that the drones had [crossed] the border. => negative actual
It is not true that we [poisoned] the wells. => negative actual
The commander declined to [sign] the deal. => negative actual
The patrol was unable to [reach] the wounded. => negative actual
The guards prevented the families from [leaving]. => negative actual
The force avoided [entering] the old town. => negative actual
Not one soldier [deserted]. => negative actual
The brigade hardly [fought] at all. => negative actual
They neither [advanced] nor withdrew. => negative actual
They neither advanced nor [withdrew]. => negative actual
The Serbs did not shell the town or [burn] the mosque. => negative actual
The rebels did not retreat but [advanced] on the capital. => positive actual
He did not say why the army had [left]. => positive actual
The mayor did not deny that the police had [fired]. => positive actual
The gunmen did not hesitate to [shoot]. => positive actual
The raid not only [killed] the chief but wounded his son. => positive actual
The troops left the town after [looting] the shops. => positive actual
Only three of the buses [arrived]. => positive actual
The army did not withdraw until it had [destroyed] the bridges. => positive actual
The rebels [took] Goma without a fight. => positive actual
The clinic was [hit] although no fighters were there. => positive actual
The shelling of the no-go zone [wounded] two monks. => positive actual
The army failed to stop the rebels who [seized] the mine. => positive actual
Unable to hold the line, the police [fled]. => positive actual
Nothing was [looted] from the museum. => negative actual
The minister ruled out [sending] troops. => negative planned
The agency was barred from [visiting] the jail. => negative actual
Contrary to reports, the governor was not [arrested]. => negative actual
The dam was far from [captured]. => negative actual
Rebels abandoned plans to [storm] the palace. => negative planned
The convoy will not [enter] the city before Monday. => negative planned
The fighters promised not to [attack] the airport. => negative promised
The court ordered the army not to [deport] them. => negative demanded
Troops must not [fire] on crowds. => negative demanded
The rebels may not have [received] the order. => negative possible
The rebels did not agree to [withdraw]. => negative planned
He vowed never to [surrender]. => negative promised
The general said the army would never [leave] the hills. => negative planned
The talks should not be [delayed], the envoy said. => negative demanded
The army is not expected to [leave] this year. => negative predicted
The group has no plans to [disarm]. => negative planned
The two men could not have [fired] the rocket. => negative possible
Ukraine will [send] engineers to the plant. => positive planned
The buses are to [leave] at dawn. => positive planned
The rebels plan to [storm] the palace. => positive planned
The junta intends to [expel] the envoy. => positive planned
The factions agreed to [exchange] prisoners. => positive planned
The council decided to [evacuate] the hospital. => positive planned
The army is preparing to [attack] El Fasher. => positive planned
The troops were due to [leave] on Friday. => positive planned
A convoy is scheduled to [arrive] in Mekelle. => positive planned
The rebels tried to [cut] the road. => positive planned
The police came to [arrest] the editor. => positive planned
Troops were sent to [retake] the mine. => positive planned
The truce holds until the prisoners are [freed]. => positive planned
The rebels said they would [hand] over the town. => positive planned
The deal calls for troops to [withdraw] by June. => positive demanded
Under the plan the militia will [disarm] in stages. => positive planned
The government is set to [release] 90 detainees. => positive planned
The army is about to [enter] the suburb. => positive planned
The gunmen wanted to [cross] into Chad. => positive planned
The commission was set up so that refugees could [return]. => positive planned
The force is ready to [strike] again. => positive planned
The fighters will be [bused] to the north. => positive planned
They were going to [shell] the camp. => positive planned
The accord lets the wounded [leave]. => positive planned
The president vowed to [crush] the revolt. => positive promised
The rebels pledged to [free] the children. => positive promised
The warlord swore to [avenge] his brother. => positive promised
The army threatened to [bomb] the bridge. => positive promised
The emirate offered to [host] the talks. => positive promised
The militia guaranteed that it would [spare] the town. => positive promised
The rebels undertook to [hand] over their arms. => positive promised
The army gave its word that it would [withdraw]. => positive promised
The envoy urged both sides to [stop] the shelling. => positive demanded
The rebels demanded that the army [leave] the valley. => positive demanded
The court ordered the general to [surrender]. => positive demanded
The army must [withdraw] from the valley. => positive demanded
The rebels should [lay] down their arms. => positive demanded
The council called on Rwanda to [withdraw] its troops. => positive demanded
The protesters asked the governor to [resign]. => positive demanded
The militants have to [leave] by noon. => positive demanded
The army was told to [evacuate] the village. => positive demanded
The bishop appealed to the rebels to [release] the priest. => positive demanded
Kyiv insists that Moscow [return] the children. => positive demanded
The mayor pressed the army to [open] the road. => positive demanded
The council demanded the [withdrawal] of all troops. => positive demanded
The pope called for an immediate [release] of the nuns. => positive demanded
The drone may have [killed] a commander. => positive possible
The rebels might [attack] the port again. => positive possible
The blast could have been [caused] by a mine. => positive possible
Russia could [strike] the grid this winter. => positive possible
The attackers possibly [crossed] from Niger. => positive possible
Perhaps the guards [opened] the gate. => positive possible
The rebels are probably [holding] the pilot. => positive possible
The gunmen appear to have [fled] to the hills. => positive possible
It is unclear whether the rebels [took] the bridge. => positive possible
The army is considering [withdrawing] from Kherson. => positive possible
Police suspect that the gang [planted] the bomb. => positive possible
The shell seems to have been [fired] from the hill. => positive possible
If the army [attacks], the rebels will answer. => positive conditional
If the army attacks, the rebels will [answer]. => positive conditional
The rebels will free him if the ransom is [paid]. => positive conditional
Unless the road is [opened], thousands will starve. => positive conditional
The rebels would [withdraw] if the army did the same. => positive conditional
Should the talks [fail], the war will go on. => positive conditional
The truce will hold provided that both sides [withdraw]. => positive conditional
The army would have [shelled] the town had it not rained. => positive conditional
The rebels will [leave] only if they get amnesty. => positive conditional
In case the rebels [attack], the bridge is mined. => positive conditional
The militia would [disarm] in exchange for seats. => positive conditional
Were the city to [fall], a million people would flee. => positive conditional
Analysts expect the junta to [attack] in spring. => positive predicted
The offensive is likely to [begin] within days. => positive predicted
Experts predict that the front will [collapse]. => positive predicted
The UN warned that a million people would [flee]. => positive predicted
The town is expected to [fall] within a week. => positive predicted
Aid groups fear that fighting will [spread] to Goma. => positive predicted
The general forecast that the rebels would [surrender]. => positive predicted
Thousands are bound to [die] this winter. => positive predicted
The commander is said to have [fled] abroad. => positive actual
The minister was reported to have been [killed]. => positive actual
The army managed to [retake] the airport. => positive actual
The rebels began [shelling] the port. => positive actual
The troops continued to [advance]. => positive actual
The gunmen forced the villagers to [leave]. => positive actual
The fighters were allowed to [leave] with their arms. => positive actual
The rebels succeeded in [cutting] the road. => positive actual
The agency helped to [evacuate] the sick. => positive actual
The two generals met to [discuss] the truce. => positive planned
The militia has [handed] over the prisoners as agreed. => positive actual
He said the rebels had [burned] the mill. => positive actual
The army claims to have [killed] 40 rebels. => positive actual
They were ordered to leave and [left]. => positive actual
The rebels, who will be tried, [burned] the church. => positive actual
The army will punish those who [fled]. => positive actual
The report blames the army for [bombing] the school. => positive actual
The court found that the militia had [executed] prisoners. => positive actual
The president who promised peace [started] the war. => positive actual
After the army [withdrew], looters came. => positive actual
When the rebels [enter] the town, people hide. => positive actual
The rebels said they could not stop the men who [looted] the depot. => positive actual
She doubted that the army had [left]. => negative possible
The rebels may [attack] or flee. => positive possible
The militia wants the army to [leave]. => positive demanded
The shelling can [resume] at any moment. => positive possible
The Taliban never [took] Panjshir in that war. => negative actual
The envoy said no deal had been [signed]. => negative actual
The garrison held out without [receiving] supplies. => negative actual
The convoy was prevented from [entering] Homs. => negative actual
The navy denied that it had [sunk] the trawler. => negative actual
The colonel refused to let the monks [leave]. => negative actual
Nobody expects the militia to [disarm]. => negative predicted
The Maoists have not yet [released] the engineer. => negative actual
The dam was not [bombed] but flooded. => negative actual
The bishop said he would not [pay] a ransom. => negative planned
They did not dare to [enter] the quarter. => negative actual
The two sides did not manage to [agree]. => negative actual
Eritrea has no intention of [withdrawing]. => negative planned
The rebels cannot [hold] the ridge for long. => negative possible
The guerrillas neither [confirmed] nor denied the raid. => negative actual
The ship left before the gunboats could [reach] it. => negative actual
The clashes ended without anyone being [killed]. => negative actual
The patrol was ordered to [fire] on looters. => positive demanded
The mediators hope to [reopen] the road. => positive planned
The shelters will be [built] by the army. => positive planned
The president is planning to [recall] the envoy. => positive planned
The separatists threatened to [cut] the pipeline. => positive promised
The junta has promised elections and [freed] the judges. => positive actual
The council asked Sudan to [hand] over the general. => positive demanded
The drones might have been [launched] from the coast. => positive possible
Analysts say the front could [collapse] by spring. => positive possible
If the bridge [falls], the town is lost. => positive conditional
The warlord will [surrender] only if he is pardoned. => positive conditional
More refugees are expected to [arrive] this week. => positive predicted
The sniper is believed to have [killed] four officers. => positive actual
The troops were able to [relieve] the fort. => positive actual
The gunmen started [shooting] at the crowd. => positive actual
They went on to [capture] the radio station. => positive actual
The minister was forced to [resign]. => positive actual
The soldiers stopped to [help] the wounded. => positive planned
The police have yet to [identify] the bomber. => negative actual
It is likely that the rebels [used] mustard gas. => positive possible
The villagers were told that the army had [left]. => positive actual
Witnesses said the planes [bombed] a wedding. => positive actual
The militia lacked the men to [retake] the hill. => negative actual
The marines never [reached] the beach. => negative actual
The governor rejected calls to [resign]. => negative demanded
The army said it had not [used] cluster bombs. => negative actual
No agreement was [reached] in Jeddah. => negative actual
The mutiny was put down before it could [spread]. => negative actual
The envoy left Juba without [meeting] the president. => negative actual
The army held its fire instead of [storming] the church. => negative actual
Heavy fire kept medics from [reaching] the wounded. => negative actual
The pilot said he had no orders to [shoot]. => negative demanded
They could not [retake] the airport. => negative actual
He was not allowed to [leave] the country. => negative actual
The junta shows no sign of [leaving]. => negative actual
The clerics forbade the men to [fight]. => negative demanded
Few believe that the truce will [hold]. => negative predicted
The brigade did little to [protect] the villagers. => positive planned
The rebels said they had [taken] three hills. => positive actual
The council voted to [extend] the mission. => positive planned
The warlord is ready to [talk], an aide said. => positive planned
The army plans an [assault] on the port. => positive planned
The prime minister ordered an [evacuation] of the coast. => positive demanded
The sides are in talks to [swap] prisoners. => positive planned
The bishop urged that the siege be [lifted]. => positive demanded
Villagers want the mercenaries [removed]. => positive demanded
The group vowed revenge and [attacked] a barracks. => positive actual
If they had [attacked], we would have lost. => positive conditional
The general warned that his men would [shoot] looters. => positive predicted
He warned he would [shell] the town again. => positive predicted
The militia will be [disarmed] once the monitors arrive. => positive planned
Once the monitors [arrive], the militia will disarm. => positive planned
The army may soon [enter] the camp. => positive possible
The two may have been [poisoned]. => positive possible
A strike that could have [hit] the dam was called off. => positive possible
The fighters are thought to be [hiding] in caves. => positive actual
The rebels claimed to have [shot] down a jet. => positive actual
They were made to [dig] graves. => positive actual
The crew managed to [escape] by boat. => positive actual
Troops opened fire to [disperse] the crowd. => positive planned
The truce allowed aid to [reach] the town. => positive actual
The army was reported to be [advancing]. => positive actual
He accused the police of [torturing] detainees. => positive actual
`;

/** What the reader still gets wrong: a gerund or an infinitive read as a noun or an adjective, a want that is no plan. */
const KNOWN = `
The ceasefire kept the two sides from [clashing]. => negative actual
Families begged the gunmen to [free] the girls. => positive demanded
It is possible that the army [used] gas. => positive possible
The UN fears that the dam will [burst]. => positive predicted
`;

function at(text: string): { tokens: Token[]; word: number } {
  const plain = text.replace(/[[\]]/g, '');
  const tokens = parseSentence(words(plain, 0, plain.length));
  return { tokens, word: tokens.findIndex((t) => t.end > text.indexOf('[')) };
}

function footing(text: string): string {
  const { tokens, word } = at(text);
  const frame = frameOf(tokens, word);
  return `${polarityOf(tokens, frame).value} ${modalityOf(tokens, frame, 'asserts', false).value}`;
}

function rows(table: string): [string, string][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split(' => ') as [string, string]);
}

describe('polarityOf and modalityOf', () => {
  it.each(rows(CASES))('%s', (text, wanted) => {
    expect(footing(text)).toBe(wanted);
  });

  it.fails.each(rows(KNOWN))('not yet: %s', (text, wanted) => {
    expect(footing(text)).toBe(wanted);
  });

  it('leaves a denial to the stance of a statement that denies', () => {
    const { tokens, word } = at('The army denied that it had [shelled] the town.');
    expect(polarityOf(tokens, frameOf(tokens, word), 'denies').value).toBe('positive');
  });

  it("takes the speaker's own act for a promise, and the stance of a statement before all", () => {
    const { tokens, word } = at('We will [leave] the town.');
    const frame = frameOf(tokens, word);
    expect(modalityOf(tokens, frame, 'asserts', true).value).toBe('promised');
    expect(modalityOf(tokens, frame, 'demands', true).value).toBe('demanded');
  });

  it('names the words that decided', () => {
    const { tokens, word } = at('They refused to [leave].');
    expect(polarityOf(tokens, frameOf(tokens, word)).why).toEqual(['polarity: “refused”']);
  });
});

describe('data/lexicon/footing.yml', () => {
  const file = readLexicon('footing') as Record<string, { sense: string; example: string }[]>;

  it.each(file.governors!.map((row) => [row.sense, row.example] as const))('%s: %s', (sense, example) => {
    const { tokens, word } = at(example);
    expect(stepsFrom(tokens, word).flatMap((step) => step.senses)).toContain(sense);
  });

  it.each(file.adverbs!.map((row) => [row.sense, row.example] as const))('%s: %s', (sense, example) => {
    expect(footing(example)).toBe(`positive ${sense}`);
  });
});
