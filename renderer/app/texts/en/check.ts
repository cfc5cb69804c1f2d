export const check = {
  tab: 'Check',
  stops_one: '{{count}} finding stands in the way of sending',
  stops_few: '{{count}} findings stand in the way of sending',
  stops_many: '{{count}} findings stand in the way of sending',
  stops_other: '{{count}} findings stand in the way of sending',
  title_one: '{{count}} finding',
  title_few: '{{count}} findings',
  title_many: '{{count}} findings',
  title_other: '{{count}} findings',
  clean: 'No findings. The proposal can be sent.',
  checking: 'Checking…',
  checkedAt: 'Checked at {{time}}',
  failed: 'The check did not run. The text is safe; check again.',
  again: 'Check again',
  toPlace: 'Go to it',
  severity: { stop: 'Put right before sending', warn: 'Look at this', note: 'Good to know' },
  before: {
    title: 'The proposal is not ready to be sent',
    text: 'The check found what is better put right before the client reads it.',
    failed: 'The proposal could not be checked. It can be exported, but leaks and gaps will go unnoticed.',
    hidden_one: '{{count}} finding is hidden while the screen faces the client.',
    hidden_few: '{{count}} findings are hidden while the screen faces the client.',
    hidden_many: '{{count}} findings are hidden while the screen faces the client.',
    hidden_other: '{{count}} findings are hidden while the screen faces the client.',
    more: 'And {{count}} more',
    fix: 'Put right',
    anyway: 'Export anyway',
  },
  said: {
    fieldElsewhere:
      'The standard of this client does not ask for the field “{{field}}”, and the dossier has nothing in it. Type a value or take the field out of the text.',
    formerField:
      'No standard of the dossier asks for the field “{{field}}” any more. Put it back into a standard, type a value or take the field out of the text.',
    emptyField: 'The field “{{field}}” is empty. Type a value or take the field out of the text.',
    ownValue: 'The field “{{field}}” holds a value of your own, the dossier says “{{known}}”. Compare them.',
    coverageHole:
      '{{name}}: nothing argues for “{{criterion}}”, weight {{percent}}%. Add a block or a paragraph on it.',
    noCriteria: '{{name}}: the dossier does not say what they judge a supplier by. Complete their card.',
    hrWithoutReference:
      '{{name}} will find no reference. Choose a referee with a valid consent under Properties.',
    refereeWithoutConsent:
      'The referee “{{company}}” has no valid consent and will be left out of the file. Renew it or choose another.',
    refereeGone: 'A chosen reference was deleted. Take it out under Properties or choose another.',
    validityMissing: 'The document does not say how long it is valid. Insert the validity block at its end.',
    validityPast: 'The validity ended on {{day}}. Set a new one under Properties.',
    validityShort_one: 'The validity ends in {{count}} day ({{day}}). Readers will lack the time; extend it.',
    validityShort_few:
      'The validity ends in {{count}} days ({{day}}). Readers will lack the time; extend it.',
    validityShort_many:
      'The validity ends in {{count}} days ({{day}}). Readers will lack the time; extend it.',
    validityShort_other:
      'The validity ends in {{count}} days ({{day}}). Readers will lack the time; extend it.',
    validityBeforeDate:
      'The validity begins on {{from}}, before the date of the proposal, {{date}}. Compare the dates.',
    vatChange:
      'The validity crosses a change of VAT: from {{day}} it is {{after}}% instead of {{before}}%. Shorten it or say which price holds.',
    datedFactPast:
      'An argument holds a fact that was true until {{day}} only: “{{fact}}”. Update the text here and the argument in the library.',
    datedFactEnds:
      'The proposal is valid longer than a fact in an argument is true: “{{fact}}”, until {{day}}. Shorten the validity or say so.',
    priceTableMissing: 'The proposal has no price table. Insert one if the price is known.',
    priceTableEmpty: 'The price table is empty. Add lines or take the table out.',
    severalPriceTables:
      'The document has {{count}} price tables. The total comes from the first; make sure that is right.',
    zeroPrice: 'The line “{{title}}” has a price of zero. Type the price or take the line out.',
    zeroQuantity: 'The line “{{title}}” has a quantity of zero. Type the quantity or take the line out.',
    untitledItem: 'Line {{number}} has no name. Name it.',
    vatRateNotInForce:
      'A VAT rate of {{rate}}% is not in force on {{day}}. Change the rate or the date of the proposal.',
    amountTooLarge:
      'The sum is over ten trillion: it cannot be told to a kopeck, and the document shows a dash. Check prices and quantities.',
    underFloor:
      '“{{title}}”: the price {{price}} is under the floor of {{floor}}. Lower the discount or write the reason on the Price tab.',
    underFloorKnown: '“{{title}}”: the price {{price}} is under the floor of {{floor}}; the reason is given.',
    discountForNothing:
      'The discount on “{{title}}” is given for nothing. Write on the Price tab what the client gives in return.',
    totalDiscountForNothing:
      'The discount on the total is given for nothing. Write on the Price tab what the client gives in return.',
    rateMissing: 'The price table has no exchange rate: {{currency}}. Add it on the Price tab.',
    priceEnds:
      'The price of “{{title}}” holds until {{day}}, the proposal longer. Shorten its validity or agree the price.',
    paymentShares: 'The payments add up to {{percent}}%, not to 100%. Put the schedule right.',
    totalDisagrees:
      'The sum {{written}} differs from the price table: {{total}}. Put it right or insert the field.',
    signatureMissing: 'The document has no signature. Insert its block.',
    signatoryMissing: 'Nobody is named to sign. Choose a signatory in the company settings.',
    noReaders: 'No readers are chosen: the proposal is addressed to nobody. Choose them under Properties.',
    readerDeleted:
      '{{name}} is deleted from the dossier. Take this reader out under Properties, or bring the card back from “Recently deleted”.',
    addresseeMissing: 'No addressee is named. Choose one under Properties and insert the addressee block.',
    companyNameEmpty:
      'Our company has no name, so the letterhead will be empty. Fill in the company settings.',
    requisitesEmpty: 'Our details lack a tax number or contacts. Fill them in under settings.',
    otherLanguage: 'Words in another language: “{{words}}”. Translate them or take them out.',
    otherLanguageBlock: 'A library argument in another language. Replace it or take it out.',
    brokenImage: 'A picture cannot be read, the file would have an empty place. Insert it again.',
    forbiddenLink: 'The link {{href}} will not open for the client. Replace it with a web or mail address.',
    emptyHeading: 'An empty heading. Type it or take the line out.',
    unwrittenPart:
      'The library has no arguments for the section “{{title}}”: write yours in the marked place or add a block, and take the hint out.',
    unwrittenText: 'A hint on what to write is left in the text. Write over it or take it out.',
    emptySection: 'The section “{{title}}” holds nothing. Fill it or take it out.',
    otherCompany: '“{{words}}” is another client of ours. Take the mention out.',
    otherPerson: '“{{words}}” is a person of another client. Take the name out.',
    otherSurname: 'A person of another client is called “{{words}}”. Make sure that nobody else is meant.',
    otherRequisite: '{{words}} is a registration number of another client. Take it out.',
    otherContact: '{{words}} is a contact of another client. Take it out.',
    otherPrice: 'The sum {{words}} was named to another client. Make sure it is the right figure.',
    privateNote: '“{{words}}” comes from a private note. Take it out.',
    privateWord: 'The word “{{words}}” is known from a private note alone. Make sure it may be sent.',
    internalNote: '“{{words}}” comes from our internal records of a client. Take it out.',
    guessedFact: '“{{words}}” is kept in the dossier as a guess. Make sure before you state it.',
    psychotype: '“{{words}}” is a word for the dossier, not for the client. Take it out.',
  },
};
