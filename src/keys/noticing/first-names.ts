/** First names that are common in British classrooms, gathered from what we know ourselves; folded, one list a tradition. */

const welsh = `aaron aled alun alwen alwyn alys aneirin aneurin angharad anwen arwel arwen awel awen bedwyr begw beca benllech berian
bethan beti betsan betsi bleddyn bronwen brychan bryn buddug cadi cadan cadog caio caleb caradog carwyn carwen carys catrin ceinwen
ceiri ceri cerian cerys ceridwen cian cledwyn dafydd dai deian deiniol delyth derec derfel dewi dilys dilwyn dona dwynwen dyfan
dyfed dylan ebrill efa eflyn eifion eilir einir einion eira eirian eirlys eirwen elan elen elenid eleri elfed elgan elin elis elliw
elwyn emlyn emrys emyr enfys enid enlli ercwlff eryl erin esyllt eurgain eurwyn euros ffion fflur ffraid gareth garmon geraint gerallt
geran gethin glain glenys glesni glyn gruff gruffudd gruffydd guto gwawr gwen gwenda gwendolen gwenfair gwenllian gwenno gwerfyl
gwern gwilym gwion gwydion gwyn gwyneth gwynfor haf hafwen hana hari hawys hefin hefina heini heledd heulwen hedd hopcyn huw hywel
iago ianto idris iestyn ifan ifor ieuan illtud ilan ilar iolo ioan iona iorwerth irfon islwyn iwan jac llew llewelyn llinos llio lleu
lleucu llyr llywelyn loti lowri luned mabli macsen madlen madog mair mali maldwyn manon marged mared mari math mattie medi megan
meical meilyr meinir meirion meleri menna mererid meredydd merfyn meurig miriam moi morfudd morgan morwenna mostyn myfanwy myfi myrddin
nannon nansi nanw nedw nel nerys nest nia non osian olwen owain owen padrig pedr peredur prydwen puw reganne rhian rhiannon rhidian rhodri
rhona rhun rhydian rhys robat ronw sara selwyn sera siân sian siani siencyn sion sioned sionyn siriol siwan steffan taliesin talfryn
tanwen tecwyn tegan tegid tegwen tesni tirion tomos trefor trystan tudful tudur twm tyfrydog wyn wynne ynyr ywain`

const british = `may bill art june april mark will hope grace rose summer autumn abbie abby abigail ada adam adrian aidan aiden aimee alan alana albert albie alec alesha alex alexa alexander alexandra alexis
alfie alfred alice alicia alisha alison alistair amanda amber amelia amelie amy andrea andrew andy angela angus anna annabel annabelle
anne annie anthony antonia april archie aria arianna ariel arlo arnie arran arthur ashley ashton aubrey audrey aurora austin ava avery
ayla bailey barnaby barney beatrice beatrix becky bella ben benedict benjamin bernard bertie beth bethany betsy billie billy blake bobby
bonnie bradley brandon brenda brian brianna bridget brody brogan brooke bruce bryony caitlin callie callum calum cameron camilla cara
carl carla carly caroline carter casey cassandra cassie catherine cathy cecilia cecily celia charis charles charley charlie charlotte
chelsea cheryl chester chloe chris christian christina christine christopher clara clare claire clarissa claudia clay clementine clive
cody cole colette colin connie connor conor cora coral corey cory courtney craig crystal daisy dale damian damien dan dana daniel danielle
danny daphne darcey darcie darcy daryl darren dave david dawn dean debbie deborah declan delia delilah demi denis denise derek desmond
dexter diana diane dominic dominique donna doris dorothy douglas duncan eden edgar edie edith edmund edward edwin eleanor elena eli eliana
elias elijah elisa elise eliza elizabeth ella elle ellen ellie elliot elliott ellis eloise elsa elsie elspeth emilia emily emma emmanuel
emmie eric erica esme esmee esther ethan ethel etta eugene eva evan eve evelyn evie ewan fay faye felicity felix fern fiona finlay finley
finn fleur flora florence floyd frances francesca francis frank frankie fraser fred freddie freddy frederick freya gabby gabriel gabriella
gary gavin gemma gene geoffrey george georgia georgie georgina gerald gideon gilbert gillian gina ginny giselle gladys glenn gloria gordon
graham grace gracie grant greg gregory greta guy gwen hailey hal hamish hannah harley harold harper harriet harris harrison harry harvey
hattie hayden hayley hazel heath heather hector heidi helen helena henrietta henry herbert hermione hetty hilary holly honor hope howard
hubert hudson hugh hugo humphrey hunter ian ida imogen india indie ingrid iona ira irene iris isaac isabel isabella isabelle isha isla
ismay isobel issy ivan ivor ivy jack jackie jackson jacob jacqueline jade jaden jake james jamie jan jane janet janice jared jasmin jasmine
jason jasper jay jayden jean jeff jeffrey jemima jemma jen jennifer jenny jensen jeremiah jeremy jess jesse jessica jessie jill jim jimmy
joan joanna joanne jodie joe joel joey john johnny jolene jon jonah jonathan jonny jordan joseph josephine josh joshua josie joy joyce
jude judith judy jules julia julian julie juliet juliette june justin kai kane kara karen kate katherine kathleen kathryn katie katy kay
kayden kayla kayleigh keeley keira keith kelly kelsey ken kenneth kenny kenzie kerry kevin kian kieran kiera kim kimberley kirsten kirsty
kit kitty kris kristen kurt kyla kyle kylie lacey lance lara laura lauren laurence layla leah leanne lee leia leila lena lennie lennon
lenny leo leon leonard leonie leroy lesley leslie lewis lexi lexie liam libby liberty lily lilly lillie lilian linda lindsay lindsey lisa
liz liza lizzie logan lois lola lorna lorraine lottie lou louie louis louisa louise luca lucas lucia lucian lucinda lucy luis luke luna
lydia lyla lyn lyra mabel mackenzie maddie maddison madeleine madeline madison maggie maisie malachi malcolm mandy marcus margaret margot
maria marian marianne marie marina marion marissa marjorie mark marley marlon marnie martha martin martina martyn mary mason matilda matt
matthew maureen maurice mavis max maxim maximilian maxwell maya mckenzie meg mel melanie melinda melissa melody mercy meredith mia michael
michaela michelle mick mike mila miles millie milly milo mimi mina mitchell moira mollie molly monica monty morris moses muriel myles myra
nadine nancy naomi natalie natasha nate nathan nathaniel neal ned neil nell nellie nevaeh neve neville niall nicholas nick nicola nicole
nigel nina noah noel nora norah norman olive oliver olivia ollie oscar oswald otis otto paige pamela paris pascal patience patricia patrick
patsy paul paula pauline pearl peggy penelope penny percy perry pete peter petra philip philippa phillip phoebe phoenix piers pippa polly
poppy preston primrose priscilla quentin quinn rachael rachel ralph ray raymond reagan rebecca rebekah reece reed reggie reginald reid
reuben rex rhoda richard ricky riley rita river rob robbie robert roberta robin robyn rodney roger roland roman romeo romy ron ronald ronan
ronnie rory rosa rosalie rosalind rosanna rosanne rose rosemary rosie ross rowan roxanne roy ruben ruby rudy rufus rupert russell ruth ryan
ryder rylan sabrina sadie sally sam samantha sammy samson samuel sandra sarah sasha saskia saul savannah scarlett scott seb sebastian
selina serena seth shane shania shannon sharon shaun shauna shaw sheila shelley sheridan sherry shirley sidney sid sienna silas simon
simone skye skylar sofia sonia sonny sophia sophie spencer stacey stan stanley stella stephanie stephen steve steven stewart stuart sue
summer susan susanna susannah susie sybil sydney sylvia sylvie tabitha talia tallulah tamara tammy tamsin tania tanya tara taylor ted teddy
teresa terence terry tess tessa thea theo theodora theodore theresa thomas tia tiana tiffany tilda tilly tim timothy tina toby todd tom
tommy toni tony tracey tracy travis trevor tristan troy tyler tyrone una ursula valentina valerie vanessa vera verity veronica vicky victor
victoria vincent viola violet vivian vivienne walter wanda warren wayne wendy wesley whitney wilf wilfred will willa william willow winifred
winnie winston woody xander xavier yasmin yvette yvonne zac zach zachary zack zander zara zelda zoe`

const irishAndScottish = `aengus aifric ailbhe aileen ailsa aine ainsley aisling aislinn alasdair alba aoibhe aoibheann aoibhinn aoife
ardal ava bairre beibhinn blair blathnaid bradan bran breandan brendan brid bridie brigid bronagh cahir caoilfhionn caoimhe cathal catriona
ciara cian ciaran cillian clodagh cliona cormac colm colum conall conan daire daithi dara darragh deirdre dermot diarmuid donnacha dougal
eabha eilidh eimear eithne emer eoghan eoin fergal fergus fiadh fia fearghal fionn fionnuala fionnlagh gormla grainne greer iain innes
isbeal jarlath keelan keir lachlan laoise lorcan maeve mairead mairi malachy mhairi morag morven muireann muirne murdo niamh nuala oisin
oran orla orlaith padraic padraig peadar rhona roisin rona ruaridh ruairi sadhbh saoirse saorla seamus sean senan seonaid sheena shona
shonagh sinead siobhan sorcha struan tadhg tiernan tomas torin`

const polish = `adrianna agata agnieszka aleksander aleksandra alicja amelka andrzej ania aniela antoni antonina antek artur asia bartek
bartlomiej bartosz basia beata blanka bogdan bolek borys bozena cezary czeslaw dagmara damian danuta daria dariusz dawid dominika dorota
edyta eliza elzbieta emil ewa ewelina fabian filip franciszek franek gabriela gosia grazyna grzegorz gustaw hanka hania helenka henryk
hubert igor iga ignacy irena iwona izabela jacek jadwiga jagoda jakub jan janek janina janusz jaroslaw jarek jedrzej jerzy joasia jola
jolanta jozef julka justyna kacper kaja kajetan kalina kamil kamila karina karol karolina kasia kasper katarzyna kazimierz kinga klaudia
konrad kornelia krystian krystyna krzysiek krzysztof kuba laura lech lena leszek lidia liliana lukasz maciej maciek magda magdalena
maja malgorzata malwina marcel marcelina marcin marek marianna mariusz marta martyna marysia mateusz matylda michal michalina mikolaj
milena milosz mirek miroslaw monika nadia nastka natalia nikodem nikola nina oktawia olek olga oliwia oliwier ola patrycja patryk pawel
piotr piotrek przemek przemyslaw radek radoslaw rafal renata roksana ryszard sabina sandra sebastian slawek stanislaw staszek stefania
sylwia szymek szymon tadeusz tola tomasz tomek tosia tymek tymon tymoteusz urszula wanda weronika wiktor wiktoria witek witold wladyslaw
wojciech wojtek zbigniew zofia zosia zuzanna zuzia`

const southAsian = `aadil aadya aahil aanya aarav aarush aarya abdul abdullah abeer abhinav abida abrar adeel aditi aditya adnan afia afnan
afsana aftab ahad ahmad ahmed ahsan aisha aiza ajay akash akhtar akshay alina aliya aliyah alishba almas amaan aman amandeep amar amara
amarjit ameer ameera amina aminah amir amira amit amna amrit amrita anaya anika anil anisa anish anita anjali anjum ankit anoushka ansh
anwar anya aqib aqsa areeba aria arif arisha arjun armaan arman arooj arooba arsalan arun arya asad asha ashok asif asim asma atif atiya
avani aveer avneet awais ayaan ayaz ayesha ayla ayman ayush azhar azra babar balbir baljit balraj bano bashir bhavna bilal bilqis bisma
chandra danish daniyal deep deepa deepak deepika dev devika dhruv dilip dilraj diya ehsan elaheh eman eshaal esha faaiz fahad fahim
fahmida faiza faizan farah farhan farhana fariha faris farooq farzana fatema fatima fawad fiza ganesh gagandeep gauri geeta gita gopal
govind gulshan gurdeep gurjit gurpreet gursharan hafsa haider hajra hamid hamza haniya hannan hareem haris harjit harleen harman harmeet
haroon harpreet harsh harshita haseeb hasan hasib hassan hassnain hiba hina hira humaira humayun huma hussain husna ibrahim ibtisam ifra
iftikhar ihsan ikra imaan imad iman imran inaaya inaya inayah indira iqbal iqra irfan isha ishaan ishaq ishika ismail ismaeel izaan jagdeep
jagjit jaideep jamal jameela jasdeep jashan jaskaran jasleen jasmeet jaspreet javed jawad jaya jeevan junaid kabir kailash kainat kajal
kamal kamran karan karim karthik kashif kaur kavita keya khadija khadijah khalid khurram kiran komal krish krishna kulsum laiba lakshmi
latif lubna madiha maham mahira mahmood mahnoor maimuna majid malaika malik manav mandeep manisha manjit manoj mansoor maria mariam maryam
masood meena meera mehak mehmet mehwish meher misbah misha mohammad mohammed mohan mohit mohsin mubarak mudassar muhammad mujahid mukhtar
muneeb munira murad musa muskan mustafa nabeel nabila nadeem nadia naeem nafisa naila naima naina najma namra nargis naseem nasir nasreen
naveed navdeep nazia neelam neha nida nihal nikhil nimra nimrit nisha nishant nitin noor nosheen nusrat obaid omar osman parminder parveen
pooja prabhjot pradeep prakash pranav preeti prem prisha priya priyanka qasim rabia raheem rahim rahima rahman rahul raj raja rajan rajesh
rajinder rajiv rakesh ramesh ramsha ranjit rashid rashida ravi rayyan raza razia reema rehan rehana rekha renu reyansh riaz ridwan rimsha
rishi ritika riya rizwan rohan rohit roshan roshni rubina rukhsana ruqayyah saad saba sabah sadia safa safiya sahar sahib sahil saif saima
sajid sakina saleem salim salma salman samad sameer samina samir sana sandeep sania sanjay saqib sara sarwar satnam satwinder saurabh seema
shabana shabir shafiq shah shahid shahida shahzad shaista shakeel shakil shamim shanaya shanti sharif shazia sheikh shireen shiv shivam
shreya shruti shumaila siddharth sidra simran simranjit sita sohail soniya subhan suhail sukhdeep sukhmani sulaiman sultan sumaira sumaiya
sunil sunita suraj surinder sushma syed taha tahir tahira tahmina taimur talha tanveer tanvi tanya taran tariq taseen tasneem tayyab tazeen
tehreem umair umar umaima usama usha usman uzair uzma vaishali veer vijay vikram vikas vinay vinod vishal wahid wajid waleed waqar waqas
waseem yahya yaqub yash yasin yasmeen yasir younis yousaf yusra yusuf zafar zahid zahida zahra zain zaina zainab zaira zakariya zaki zara
zarah zayan zayd zayn zeeshan zeenat zia zohaib zoya zubair zulfiqar zulekha`

const arabicTurkishAfrican = `abeni abimbola abla abu achraf ade adebayo adel adesuwa adil adunni afua ahlam aicha akin akosua alaa ali amadou
amal amani amara amel aminata amr anas asmaa assia aya ayo ayoub ayomide aziz aziza badr bakary baraka basma batoul bayan bukola burak can
chiamaka chidi chinedu chioma dalal dalia damilola deniz diallo dina ebele ebru efe ekene elif emeka emine emre enitan esra fadi fadumo
faisal fares farida fathi fatou fatoumata fawzia femi folake funmi funke ghada habib habiba hadi haifa hakim hala halima hamdi hana hanan
hani hanna hatem hawa hayat haya hodan hosam huda hussein idil idris ife ifeoma ifrah ikram ilham ilyas ines ismahan issa jad jalal jamila
jana jawaher jibril joud jumana kader kareem karima kemal kehinde kenza khaled khalil kofi kwabena kwame kweku lamia lamin latifa layan leen
leyla lina loubna louay mahdi mahmoud malak mamadou mana manal marwa marwan maysa mehdi meriem merve mouna mounir muna mustapha naa nabil
nada nadir najat nawal nasra ngozi nizar nora nour nuha obinna oluwaseun omari omolara onyeka osama oumou rabab rachid rahaf rahma raneem
rania rasha rawan reem rima rola ruba saida said salah saleh salem samar samia samira sanaa sara sawsan selim selin selma shadi shahd
shaimaa sherif sidi siham soumaya sule suleiman taiwo tala tamer tarek temitope tunde tobi tolu uche umut wafa wael wale walid warda yacine
yara yasemin yaw yazan yetunde younes youssef yunus zakaria zeinab zeynep ziad zineb ziyad`

const chinese = `anqi bingbing chen chenxi chenyu dandan fangfang feifei haoran haoyu hongwei huiling jiahao jiaqi jiawei jiaxin jiayi jiayu
jing jingyi jinhai junjie kaili kexin lele lili ling lingling linlin mei meiling meilin mengyao mingyu minghao ning peiling peng qiang qing
qianqian rui ruoxi shan shaoyu shihan shuang siyu tian tianyi tingting weilin wei weiwei wen wenjie wenxin xiaoli xiaoming xiaoyan xin
xinyi xinyue xiulan xue yan yang yawen yichen yifan yihan yiming ying yingying yiran yixin yiyi yong yuchen yue yufei yuhan yujia yutong
yuxin yuxuan yuze zhen zhihao zhiwei zihan zimo zixin zixuan ziyi zhang`

const european = `alessandro alessia alin alina anca andreea andrei anastasia anzhelika aleksei amelija artem arturs aurelija ausra bogdana
bohdan bogna camelia chiara claudiu cosmin costel cristian cristina dace daiva darya davide denisa diego dimitri dmitri dragos edita egle
elena emanuela emiliano evgeny federico florin gabija georgios gheorghe giedre giorgia giovanni giulia gintaras goran halyna ieva igors
ilze ines inga ioana ioannis ion ionut iryna ivana ivo jaroslav jelena joao jonas jorge josefa juan jurgita katerina kateryna kristaps
kristijonas laima larisa leticia liudmila lorenzo luisa lukas lyudmyla madalina mantas manuela marcela marcos mariana marija marius marko
matas mateo matteo matej mihai mihaela mihail milan mindaugas mircea mykola nadezhda natalija nataliya nerijus nicolae niccolo oksana
oleksandr oleksandra olena oleh ondrej pablo paolo pavel pedro petr radu raluca rasa razvan ricardo rimantas rodrigo roxana ruslan rustam
sandu santiago saulius sergei sergio sergiu simona solomiya sorin stefan svetlana taras tatiana tatjana tereza tiago tihomir tudor ugne
vaclav valentin vasile vasyl vera viktorija viorica vitalie vlad vladimir volodymyr yana yaroslav yevhen yulia yuliya yuri zlata zsofia`

// These are words too: a name only with a capital, and not where a sentence begins.
const words = `abbey amber april arch art ash aspen august autumn bay bear bell bill blade blaze blue bonnie bonny brook brooke buddy can carol cash
chance charity chase chip clay cliff coral crystal daisy dale dana dane dawn dean deep dale drew eden elder ember faith fay fern fleur flora
flower forest frank gene gill ginger glen glenn grace grant gray guy hale harmony harper haven hazel heath heather holly honor honour hope
hunter iris ivy jade jasmine jay jean jewel joy june justice kit lance lane lark laurel lee levy liberty lily lily lou love major man mark
marina marsh mason max may mean melody mercy merry miles min ming mina mint misty nan nick noble nova oak ocean olive opal page paige paris
pansy parker pat patience patty pearl penny percy piers pip poppy prem primrose prince pru raven ray reed rich ring river rob robin rock rod
roman rory rose rosemary rosy rowan ruby rush ruth rusty sage sandy scarlet scout shade shan shah shaw sherry skip sky skye sonny star sterling
jan said math non ion norman german jordan chelsea china stone storm sue summer sun sunny tad tan tang teal ted temple tiger tin tom trinity troy vale van victor viola violet wade walker
ward way wen wild will willow winter wood woody wren yang yan yew yule`

const from = (list: string) => list.split(/\s+/).map(name => name.normalize('NFKD').replace(/\p{M}/gu, ''))

export const welshNames = new Set(from(welsh))
export const plainWords = new Set(from(words))
export const firstNames = new Set(
  [welsh, british, irishAndScottish, polish, southAsian, arabicTurkishAfrican, chinese, european].flatMap(from),
)
