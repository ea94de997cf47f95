/**
 * Common English words that begin as a mutated Welsh word can: in an English sentence "game" is no form of "came", nor
 * "hall" of "all".
 */
export const englishWords = new Set(
  `
aah abandoned abby abe abi ability able about above absolutely academic academy accept accepted accident
according account accused achieved acid acquired across act acting action actions active activities activity
actor actress acts actual actually adam added addition additional address adjacent admit adopted adult advance
advanced advice affairs affected afraid africa african after afternoon again against age aged agency agent ages
ago agree agreement ah ahead ain air aircraft aired airport al album albums ale alex alive all allen alliance
allied allow allowed allowing allows almost alone along alongside already alright also although always am
amazing america american americans ames among amount an analysis ancient and angeles angry animal animals
announced annual another answer anti any anybody anymore anyone anything anyway anywhere apart apartment
apologize appeal appear appearance appeared appears applied appointed appreciate approach approved arab
architect are area areas aren arena argentina argued arm armed arms army around arrest arrested arrived art
article articles artillery artist artists arts as asian ask asked asking asleep assembly assigned assistance
assistant associated at ate athletic athletics atlantic attached attack attacked attacks attempt attempted
attempts attend attended attention audience august australia australian austria author authority available
avenue average aw award awarded awards aware away awesome awful ay ba baby bachelor back backed background
backing backs bad bag ball bam ban band bandit bands bank banned bar bark barker barking barks bart base based
basic basis basketball bat batch batches bath bathroom baths battalion battle bay be bea beach beaches beak bear
beat beautiful became because become becomes becoming bed bee been beep beer beers before beg began begin
beginning begins behind being believe believed belong below ben bending benny berks berry berth besides best
bests bet bets better betty between beyond bi big bigger biggest bike bill billboard billion bills billy bin
bing biography bird birds birth birthday bit bits black blame blanks blind block blood blow blue bo board boat
bob bobby bodies body bomb bond bonds boo book books border born borough boss bot both bother bottle bottom
bought bound bounds bow bowl box boy boyfriend boys brain brand breach breached breaching break breakfast
breaking breath breathing brick bricks bride bridge brief briefly brigade bring bringing britain british bro
broad broadcast broke broken bronze bros brother brothers brought budding buddy budget buff build building
buildings built bull bulls bump bumped bumping bumps bun bunch bunk bureau buried burn bus bush bushes business
businesses busy but buts buy by bye cha chain chairman challenge chamber champ champaign champions chan chance
chancel change changed changes channel chant chao chap chapel chaps chapter character characters charge charged
charing charlie charly chart charter charts chase chasing chat check checked cheering cheers chemical chicken
chief child children china chinese cho choice choke choose chop chopper chops choral chord chores chosen chow
chris christ christina christmas chuckles chum church churches chute dad daddy dae daily dale dam damage dame
dance dang danger dangerous danish danny dare dark darling dart data date dates daughter david dax day days de
dea dead deal dear death debut decade decades december decide decided decision declared dedicated dee deep
defeat defeated defence defense defensive defined definitely definition degree degrees demand democratic den
dennis dense density dent department deputy derived described describes deserve design designated designed
designs despite destroy destroyed detective determined develop developed developing device devices dex did didn
die died dies difference different difficult dim dime dina ding dinner diocese dip dire direct directed
direction directly director directors dirty discovered discovery discuss disease display distance distinct
district districts divided division divisions dj do doctor documents doe does doesn dog dogs doing doll dollars
dolls dom domestic don done dong doo door double doubt dough down downs downtown draft drain drained draining
drains drama dramatic draw drawn dread dream dreams dress dried drilling drink drinking drip dripping drive
driver driving drop dropped drug drugs drunk dry drying du duck dude due dug dummy dunes during dutch duties
duty dying dynasty each ear eared earlier earliest early earned ears earth easier easily east eastern easy eat
eating economic economics economy eddie edge edition editor educated education effect effective effects effort
efforts egypt eh eight either el elected election elections electoral electronic elementary elements else em
emergency emma emperor employed employees empty end ended ending ends enemy energy engine engines england
english enjoy enough entered entire entirely entitled entrance entry episode episodes equal equipment equivalent
era escape especially establish estate estimated et ethnic eun europe european even evening event events
eventually ever every everybody everyone everything everywhere evidence evil exactly example examples except
exchange excited excuse executive exhibition exist existence existing expanded expansion expect expected
expedition experience explain expressed extended extension extensive external extra eye eyes fa face faced
facilities facility fact factor factors factory faculty fad fade fail failed failure fair faith fake faked
faking fall falls fam fame families family famous fan fang fangs fanny fans far fare fargo farm fart fashion
fast faster fat fate fated father fatty fault favor favorite fax fay fe fear fearing fears feast feasts feat
feats feature featured features featuring february fed federal federation feds fee feel feeling feelings feels
fees feet fei fell fella fellow felon felt female females fend feng ferries ferry festival few fi fiction fiddle
field fifth fight fighting figure figured figures file files fill filled filling fills filly film films fin
final finally finals finance financial find finding finds fine fined fines finish finished finishing fire fired
firm first fish fission fist fit fits five fix fixed fixing fixture fixtures flag flair flame flames flaming
flank flanks flat fled fleet flew flight flock flocks flood floor flow flowers flowing flown flows flush
flushing fly flying focus focused foe foil fold folded folding folds folk folks follow followed following
follows fond fong food fool foot footballer for foray force forced forces foreign forever forget forgive forgot
form formal format formation formed former formerly forms fort forty forward fought found foundation founded
founder founding fountain fountains four fourth fox foxes frame france frank frat freak freaking freaks fred
free freed freeze french frequently fresh fridge friend friends fright from front frown fu fudge fuel full fully
fumbles fun function functions fund funding funds funk funny further fury fuse future ga gables gain gained gal
gallen gallery game games gao gap gaps gary gas gases gasps gave general generally generation gentlemen gents
genus geography george german germany get gets getting gift girl girlfriend girls give given gives giving glad
glasses global glue gmina go goal goals goat goats god goes goin going gold gon gone gonna good goodbye goodness
goods gook got gotta gotten government governor grab grabs grade graduate graduated grand granted grave great
greater greatest greece greed greek greeks green grew grey groans gross grossed grossing ground grounds group
groups grow growing grown grows growth grumbling grunting grunts gt guard guess guest guide guilty gum gun guns
gut guts gutter guy guys ha habitat had hadn hae hah haha hai hailing hair hairs hal hale half hall hallowed ham
han hana hand handle hands handy hang hanging hanna happen happened happening happens happy harbor hard hari
harm harmed harrow harry hart has hash hasn hat hate haunt have haven having hay he head healing health hear
heard hearing hears heart heat heater heating heats heavily heavy hedge heel heh height held helena hello help
helped helping hen henry her here heritage hero herself hey hi hid hide hiding high higher highest highly
highway hike hill hills him himself hindus hip his historian historic historical history hit hitch hits hiv hold
holder holding holds hole hollywood holy home homer homes hon honest honey honor hoops hop hope hoping horse
hospital host hosted hot hotel hour hours house household households houses housing how however howl huge hugh
huh hum human humans hun hundred hungry hup hurry hurt hurts husband hwa hwan hwang hyah hye hyeon hyeong hyo
hyun ice idea identified identity if il ill illinois image images imagine impact imperial importance important
impossible improve improved in incident include included includes including income increase increased increasing
incredible india indian individual industrial industry infantry influence influenced initial initially injury
innocent inside inspired installed instead institute intended interest interested interests interior internal
interview into introduced invasion investment involved iowa iran iraq ireland irish iron is islamic island
islands isn israeli issue issued issues it italian italy items its itself la label labor labour lack lad ladies
lady laid lake lance land landing lands language languages large largely larger largest last late later latin
latter laugh laughing laughs laughter launch launched law laws lawyer lay lead leader leaders leadership leading
leads league learn learned learning least leave leaves leaving led lee left leg legal legs len length less let
letter letters letting level levels liberal library lie lied lies lieutenant life light lights like liked likely
likes limited line lines links list listed listen listening literary literature litter little live lived lives
living loan lobe local located location locations lock locked london long longer look looked looking looks lord
los lose losing loss lost lot lots loud louisiana love loved lovely loves low lower lt luck lucky lunch lying
lyrics ma machine mack mad made madly mae magazine magic mai mail main mainly maintain maintained majesty major
majority make maker makers makes making male males mali mall malls mama man managed management manager mangalore
manned manner manners many mao march mare marge mark marked marker market marketing marking marks marred
marriage married marry mars mary maryland mash masque master mat match matches mate material materials mates
math maths matter matters max maximum may maybe mayor me mean meaning means meant meanwhile measure meat mecca
med medal media median medical medicine medieval medium meds meet meeting meg megan melbourne melinda melt melts
member members membership memorial memory men mend mention mentioned merged merlin merry mess message met metal
meth method methods metres metro mexican mhm mi michael mid middle might mike mile miles military mill millie
million millions mills milly min mind minding minds mine ming mining minister ministry minnesota minute minutes
miss missed missing mission missouri mistake mit mitch mites mixed mm mmm mo mob mobile model models modern mold
mom moment mon money monster month months moo moon more morning moron moss most mostly moth mother mothers
motion motor mottled mound mounds mount mountains mouth move moved movement movie moving mp mr mrs mu much muck
mud muddy mug mugged multi multiple mum municipal murdered museum music musical musician musicians muslim must
mutt mutters my myself myung na nam name named names nan nana nanny narrator nash nate nation national nations
native natural nature naval navies navy nay ncaa ne neal near nearby nearest nearly neath necessary neck necks
need needed needs negative neither nemo nervous network never new newly news newspaper next nice nick nigger
night nina nine ning nino nip nixon no nobody nominate nominated nominating nomination non none nope nora norm
normal north northeast northern northwest norway norwegian nose noses not notable notably note noted notes
nothing notice noticed novel novels november now nuclear nude nuke numb number numbers numerous object objects
observed obtained obviously occupied occur occurred occurs ocean october od of off offer offered offers office
officer officers offices official officially officials often oh ohio ok okay oklahoma old older oldest olympic
olympics on once one ones only ontario onto ooh open opened opening opera operate operated operates operating
operation operations opposed opposite opposition or orchestra order ordered orders oregon organized origin
original originally other others ought our ourselves out outside outta over overall ow owe own owned owner
owners phase phd phil philosophy phone phony photo physical race races racial radio rail railroad railway rain
rained rains raise raised ram ramps rams ran rand range ranger rank ranked rare rate rather rave ravel ray reach
reached reaching reaction read reading ready real realize realized really rear reason receive received receiving
recent recently reception recognized record recorded recording recordings records red reduce reduced reed refer
reference references referred refers reform refused reg regarded regarding regiment region regional regions
register registered regular regularly reign related relations relatively relax release released relief religion
religious remain remained remaining remains remember removed renamed replaced report reported reports represent
represents republic republican request require required research reserve residence residents resigned resistance
resolution resources respect response rest restaurant result resulted resulting results retired retirement
return returned returning revealed review reviews revolution rey rich richard rid ride ridiculous right rights
rim rin ring ringing rings rip rise risk river road roads rock rode roger role roles roll rome room rooms ross
roughly round rounded rounds route routes rover row rowing rowling rows royal rub rugby rule ruled rules
rumbling run running runs rural russian tha thai than thank thanks that the thea theater theatre thee their them
theme themselves then theory there therefore theresa these they thick thin thing things think thinking thinks
third this thomas thorn those though thought thousand thrace thread threat threats three thrilling throat
through throughout throw thrust thug thus ugh uh ultimately um unable uncle under understand union unique unit
united units universal university unknown unless unlike until up upon upper upset upstairs urban us use used
user users uses using usually utter wait waiting wake wales walk walked walking wall wanna want wanted wants war
warm wars was wasn waste watch watching water wave way ways we weapon weapons wear wearing weather website
wedding week weekend weekly weeks weight weird welcome well wen went were weren western what whatever when where
whether which while whilst white who whoa whole whom whoo whose why wide widely wife wild will willing win wind
window wine wing wings winners winning wins wisconsin wish with within without witness woman women won wonder
wonderful wondering word words work worked workers working works world worldwide worried worry worse worst worth
would wouldn wow wrestling write writer writers writing written wrong wrote ya yard yards yeah year years yeong
yep yes yesterday yet yo york you young younger your yours yourself youth yu
`
    .trim()
    .split(/\s+/),
)
